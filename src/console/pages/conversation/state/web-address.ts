/** The address as a web page's, or undefined: a `javascript:` or `data:` link would run inside this page. */
export function webAddress(written: string): URL | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
