declare module 'jsbarcode/bin/barcodes/CODE128/index.js' {
  export class CODE128 {
    constructor(data: string, options: object);
    /** `data`: a letter for each module, 1 is a bar. */
    encode(): { readonly data: string; readonly text: string };
  }
}
