/** `https://host/v1` or the whole address, with a query where the server wants one, as the address of one entrance. */
export function entranceOf(address: string, entrance: `/${string}`): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith(entrance) ? path : `${path}${entrance}`;
  url.hash = '';
  return url.href;
}
