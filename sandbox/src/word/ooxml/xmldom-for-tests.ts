import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

/** Node has no DOM: the unit tests run the same code on a second implementation of it. */
export function installDom(): void {
  Object.assign(globalThis, {
    DOMParser: class extends DOMParser {
      constructor() {
        super({
          errorHandler: (level: string, message: unknown) => {
            if (level !== 'warning') throw new SyntaxError(String(message));
          },
        });
      }
    },
    XMLSerializer,
  });
}
