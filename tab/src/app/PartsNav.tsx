import { mergeClasses } from '@fluentui/react-components';
import { usePartsNavStyles } from './PartsNav.styles.ts';

export interface NavPart {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
  readonly testId: string;
}

export interface PartsNavProps {
  readonly label: string;
  readonly parts: readonly NavPart[];
}

/** The pages of one area of work, on each of them. */
export function PartsNav({ label, parts }: PartsNavProps) {
  const styles = usePartsNavStyles();
  return (
    <nav aria-label={label}>
      <ul className={styles.parts}>
        {parts.map(({ href, text, isCurrent, testId }) => (
          <li key={testId}>
            <a
              href={href}
              className={mergeClasses(styles.part, isCurrent && styles.current)}
              aria-current={isCurrent ? 'page' : undefined}
              data-testid={testId}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
