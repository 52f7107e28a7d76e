declare module "*.css" {
  const text: string;
  export default text;
}

declare const TASKS_VERSION: string;
