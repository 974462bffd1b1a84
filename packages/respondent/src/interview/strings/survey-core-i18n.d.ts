/** survey-core ships its catalogues without types; loading one registers it. */
declare module "survey-core/i18n/*";
