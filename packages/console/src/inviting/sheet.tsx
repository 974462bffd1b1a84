import { grouped } from "@tiltas/contract/codes";
import type { WaveDetail } from "@tiltas/contract/waves";
import { QrPicture } from "./qr-picture.tsx";
import { sheetWords } from "./sheet-words.ts";

/** One page to hang up: the code, and what it is in the language of the link, or in every language of the wave. */
export function Sheet({ wave, link, language }: { wave: WaveDetail; link: string; language: string | null }) {
  const languages = language === null ? wave.languages : [language];
  return (
    <article className={languages.length > 3 ? "sheet sheet-many" : "sheet"}>
      <QrPicture target={link} label={link} />
      {languages.map((spoken) => {
        const words = sheetWords[spoken];
        return (
          <section key={spoken} lang={spoken} dir={spoken === "ar" ? "rtl" : "ltr"} className="sheet-words">
            <h2>{wave.title[spoken]}</h2>
            <p>{words?.scan}</p>
            <p>{words?.choice}</p>
          </section>
        );
      })}
      <p className="sheet-address">
        {language === null ? null : <span lang={language}>{sheetWords[language]?.address} </span>}
        <bdi>{link}</bdi>
      </p>
    </article>
  );
}

/** Cards to cut apart, one for each code. */
export function Cards({
  wave,
  codes,
  language,
}: {
  wave: WaveDetail;
  codes: readonly { readonly code: string; readonly link: string }[];
  language: string | null;
}) {
  const spoken = language ?? wave.languages[0] ?? "lt";
  const words = sheetWords[spoken];
  return (
    <div className="cards" lang={spoken} dir={spoken === "ar" ? "rtl" : "ltr"}>
      {codes.map(({ code, link }) => (
        <article key={code} className="card">
          <QrPicture target={link} label={link} />
          <div>
            <h2>{wave.title[spoken]}</h2>
            <p>{words?.scan}</p>
            <p>
              {words?.code} <bdi className="card-code">{grouped(code, 5)}</bdi>
            </p>
            <p className="card-address">
              <bdi>{wave.link.replace(/^https?:\/\//, "")}</bdi>
            </p>
          </div>
        </article>
      ))}
    </div>
  );
}
