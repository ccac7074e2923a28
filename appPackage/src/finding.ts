/** A break: which rule, why it matters, how to mend it. */
export interface Finding {
  readonly rule: string;
  readonly why: string;
  readonly fix: string;
}

export const TEMPLATE = 'appPackage/manifest.template.json';
export const ENGLISH = 'appPackage/en.json';
