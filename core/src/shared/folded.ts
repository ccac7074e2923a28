/** What people type, to be compared: NFKC makes full-width letters and half-width kana one; case and spaces mean nothing. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
