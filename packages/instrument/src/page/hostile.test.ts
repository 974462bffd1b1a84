import { expect, test } from "vitest";
import { dataBlock, html } from "./markup.ts";
import { shapedWords } from "./shaped-words.ts";

/** Words that want to become a program, in the shapes that browsers have fallen for. */
const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#115;cript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  "<p onclick=alert(1)>x</p>",
  "<p/onclick=alert(1)>x</p>",
  '<p title="x" onmouseover="alert(1)">x</p>',
  '<p title=x"onmouseover=alert(1)>x</p>',
  "<p title='x'style='x'>x</p>",
  "<<p>script>alert(1)</p>",
  "<scr<b>ipt>alert(1)</scr</b>ipt>",
  "<style>*{background:url(//evil)}</style>",
  "<iframe src=//evil></iframe>",
  "<form action=//evil><input></form>",
  "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
  "<template><script>alert(1)</script></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<!--><img src=x onerror=alert(1)>-->",
  "</div></main></template><script>alert(1)</script>",
  "<p><b>never closed",
  '"><script>alert(1)</script>',
  "' onfocus=alert(1) autofocus x='",
  "\u2028</script><script>alert(1)</script>",
  "<meta http-equiv=refresh content='0;url=//evil'>",
  "<base href=//evil>",
  "<textarea></textarea><img src=x onerror=alert(1)>",
];
const dangerous =
  /<(?!\/?(?:a|abbr|b|blockquote|br|dd|dl|dt|em|h[2-6]|i|li|mark|ol|p|q|s|small|span|strong|sub|sup|u|ul)(?: (?:href|lang|dir|title)="[^"<>]*")*>)/;
const badAddress = /href="(?!(?:https:|mailto:|tel:|#))/i;

test.each(hostile)("an instrument's HTML stays words: %s", (words) => {
  const { text } = shapedWords(words);
  expect(text).not.toMatch(dangerous);
  expect(text).not.toMatch(badAddress);
  expect(text.match(/<[a-z]/g)?.length ?? 0).toBe(
    (text.match(/<\//g)?.length ?? 0) + (text.match(/<br>/g)?.length ?? 0),
  );
});

test.each(hostile)("everywhere else words are only words: %s", (words) => {
  expect(html`<p title="${words}">${words}</p>`.text).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/);
  expect(dataBlock("tiltas", { words }).text.match(/<\/?script/g)).toHaveLength(2);
  expect(JSON.parse(dataBlock("x", { words }).text.replace(/<[^>]*>/g, ""))).toEqual({ words });
});

test("shape that is allowed stays, and what was left open is closed", () => {
  expect(shapedWords('<p>Read <a href="https://example.org" target=_blank>this</a> &amp; <b>that').text).toBe(
    '<p>Read <a href="https://example.org">this</a> &amp; <b>that</b></p>',
  );
  expect(shapedWords("1 < 2 & 3 > 2").text).toBe("1 &lt; 2 &amp; 3 &gt; 2");
});
