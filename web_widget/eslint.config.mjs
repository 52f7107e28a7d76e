import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "scripts/", "pages/", "*.mjs"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Callbacks are declared in method style; none of them uses `this`.
      "@typescript-eslint/unbound-method": "off",
      // A step's value is a text, a list or rows; what is made into a string is a text by the step's kind.
      "@typescript-eslint/no-base-to-string": "off",
      // `{ left, ...rest }` leaves one out; an interface may take all of another's members.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    },
  },
  {
    files: ["tests/**"],
    rules: { "@typescript-eslint/require-await": "off" },
  },
);
