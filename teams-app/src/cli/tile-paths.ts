const WIDTH = 256;

/** `1234` → `x001/234` (c2sp.org/tlog-tiles). */
export function tileNumber(n: number): string {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join('/');
}

function pathsOf(level: string, size: number): string[] {
  const full = Math.floor(size / WIDTH);
  const paths = Array.from({ length: full }, (_, n) => `${level}/${tileNumber(n)}`);
  const rest = size % WIDTH;
  return rest === 0 ? paths : [...paths, `${level}/${tileNumber(full)}.p/${rest}`];
}

/** Every tile and entry bundle that a log of this size has, below `tile/`. */
export function tilePaths(treeSize: number): { tiles: string[]; bundles: string[] } {
  const tiles: string[] = [];
  for (let level = 0, size = treeSize; size > 0; level += 1, size = Math.floor(size / WIDTH)) {
    tiles.push(...pathsOf(String(level), size));
  }
  return { tiles, bundles: pathsOf('entries', treeSize) };
}

/** Entries of a bundle, each after its length in two bytes. */
export function entriesOfBundle(bundle: Uint8Array): string[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: string[] = [];
  for (let at = 0; at < bundle.byteLength; ) {
    const length = view.getUint16(at);
    entries.push(new TextDecoder().decode(bundle.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return entries;
}
