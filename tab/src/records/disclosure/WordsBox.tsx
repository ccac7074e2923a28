import { type ReactNode, useMemo } from 'react';
import { useText } from '../../app/locale.ts';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { piecesOf } from './hiding.ts';
import { redactionText } from './redaction-text.ts';
import type { Hiding } from './use-hiding.ts';

interface Props {
  readonly hiding: Hiding;
}

/** The words with what is hidden marked, to select more of them. Nothing else may stand in the box: places are counted in it. */
function usePieces({ text, passages }: Hiding): ReactNode {
  const styles = useDisclosureStyles();
  return useMemo(
    () =>
      piecesOf(text, passages).map(({ from, to, ground }) =>
        ground === null ? (
          <span key={from}>{text.slice(from, to)}</span>
        ) : (
          <mark key={from} className={styles.hidden} data-testid="hidden-words">
            {text.slice(from, to)}
          </mark>
        ),
      ),
    [text, passages, styles.hidden],
  );
}

/** As whoever asked will read it: bars with their grounds, and nothing of what lies below. */
function Preview({ hiding: { text, passages, nameOf } }: Props) {
  const styles = useDisclosureStyles();
  const t = useText(redactionText);
  const pieces = piecesOf(text, passages);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.words} tabIndex={0} aria-label={t('preview.label')} data-testid="redaction-preview">
      {pieces
        // Two of one ground that touch are one bar.
        .filter(({ ground }, at) => ground === null || pieces[at - 1]?.ground !== ground)
        .map(({ from, to, ground }) =>
          ground === null ? (
            <span key={from}>{text.slice(from, to)}</span>
          ) : (
            <span key={from} className={styles.bar}>
              {nameOf(ground)}
            </span>
          ),
        )}
    </section>
  );
}

function Choice({ hiding }: Props) {
  const styles = useDisclosureStyles();
  const t = useText(redactionText);
  const pieces = usePieces(hiding);
  return (
    <section
      ref={hiding.box}
      className={styles.words}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={t('text.label')}
      data-testid="redaction-words"
    >
      {pieces}
    </section>
  );
}

/** The words of a document: to choose from, or as the copy will say them. */
export function WordsBox({ hiding, isPreview }: Props & { readonly isPreview: boolean }) {
  return isPreview ? <Preview hiding={hiding} /> : <Choice hiding={hiding} />;
}
