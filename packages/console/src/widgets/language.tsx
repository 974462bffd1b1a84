import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";

/** The language the widgets announce in, and by which they compare text. */
export function WidgetLanguage({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
