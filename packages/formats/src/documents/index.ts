export { codebookSheets } from "./codebook.ts";
export { questionnaireAsDocx } from "./questionnaire.ts";
