import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from './locale.ts';
import { appText } from './text.ts';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    '@media screen and (max-width: 639px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
    outline: 'none',
    overflowWrap: 'anywhere',
    ':focus-visible': { textDecorationLine: 'underline', textDecorationThickness: '2px', textUnderlineOffset: '4px' },
  },
});

export interface PageHeadingProps {
  /** Names the page in the window's title too. */
  readonly title: string;
  /** The heading takes the focus when this changes: another page, so a new start for keyboard and screen reader. */
  readonly focusKey: string;
  readonly children?: ReactNode;
  readonly testId?: string;
}

let lastFocused: string | null = null;

export function PageHeading({ title, focusKey, children, testId }: PageHeadingProps) {
  const styles = useStyles();
  const t = useText(appText);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = t('app.name');
  useEffect(() => {
    document.title = `${title} - ${name}`;
  }, [title, name]);
  useEffect(() => {
    // Not on the very first page: whoever has just opened the tab starts at its beginning.
    if (lastFocused !== null && lastFocused !== focusKey) heading.current?.focus();
    lastFocused = focusKey;
  }, [focusKey]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading} data-testid={testId} data-page-heading>
      {children ?? title}
    </h1>
  );
}

/** After an act whose button is gone, the reader goes back to the top of the page that tells what came of it. */
export function focusPageHeading(options?: FocusOptions): void {
  document.querySelector<HTMLElement>('[data-page-heading]')?.focus(options);
}
