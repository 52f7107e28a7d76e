/** What `chat.js` gives. */
export type ChatFile = typeof import("./chat");

/** True for a text with an identity number in it. */
export type HasIdentityNumber = ChatFile["hasIdentityNumber"];
