export { questionnaireAsDocx } from "./questionnaire.ts";
