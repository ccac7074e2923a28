import { mergeClasses } from '@fluentui/react-components';
import type { LineView } from '@kaigi/core/contract';
import { type ChangeEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useLineHost } from './desk-context.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { actOf } from './line-keys.ts';
import { linesText } from './text.ts';

/** As many letters as the service keeps of one line. */
const MOST_LETTERS = 5000;

/** Where the caret is wanted, once the line is there. */
export interface Caret {
  readonly lineId: string;
  readonly at: number;
}

export interface LineTextProps {
  readonly line: LineView;
  readonly label: string;
  readonly caret: Caret | null;
}

// Browsers without `field-sizing` are told the height.
function useHeight(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides how high it is.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);
}

function useTyped({ text, id }: LineView, field: { readonly current: HTMLTextAreaElement | null }) {
  const host = useLineHost();
  const [typed, setTyped] = useState(text);
  const from = useRef(text);
  const composing = useRef(false);
  // Another text from outside: not while the same words are typed on, where the service took blanks off its end.
  if (from.current !== text && !composing.current) {
    from.current = text;
    const isMine = document.activeElement === field.current && typed.trim() === text.trim();
    if (!isMine && typed !== text) setTyped(text);
  }
  const handleChange = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(target.value);
    if (!composing.current) host.type(id, target.value);
  };
  const compose = (on: boolean, value: string) => {
    composing.current = on;
    if (!on) host.type(id, value);
  };
  return { typed, setTyped, handleChange, compose };
}

/** The words of one line; what is typed stays its own until the person rests. */
export function LineText({ line, label, caret }: LineTextProps) {
  const styles = useLinesStyles();
  const t = useText(linesText);
  const host = useLineHost();
  const field = useRef<HTMLTextAreaElement>(null);
  const { typed, setTyped, handleChange, compose } = useTyped(line, field);
  useHeight(field, typed);
  useEffect(() => {
    if (caret === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret.at, caret.at);
  }, [caret]);
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value, clientHeight } = event.currentTarget;
    const act = actOf({
      ...{ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey },
      composing: event.nativeEvent.isComposing || event.keyCode === 229,
      ...{ from: selectionStart, to: selectionEnd, length: value.length, oneRow: clientHeight < 44 },
    });
    if (act === null) return;
    event.preventDefault();
    host.act(line.id, act, selectionStart);
  };
  const blank = typed.trim() === '';
  const handleBlur = () => {
    host.leave();
    if (blank) setTyped(line.text);
  };
  return (
    <>
      <textarea
        ref={field}
        className={styles.text}
        style={{ fieldSizing: 'content' } as object}
        rows={1}
        aria-label={label}
        aria-invalid={blank}
        value={typed}
        maxLength={MOST_LETTERS}
        readOnly={!host.mayEdit}
        onChange={handleChange}
        onCompositionStart={() => compose(true, typed)}
        onCompositionEnd={(event) => compose(false, event.currentTarget.value)}
        onKeyDown={handleKey}
        onFocus={() => host.enter(line.id)}
        onBlur={handleBlur}
        data-testid="line-text"
      />
      {blank ? (
        <p className={mergeClasses(styles.note, styles.wrong)} role="alert">
          {t('line.blank')}
        </p>
      ) : null}
    </>
  );
}
