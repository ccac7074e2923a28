import { makeStyles, tokens } from '@fluentui/react-components';
import type { PersonLine } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { timeText } from '../week/columns.ts';
import { panelText } from './text.ts';

const useStyles = makeStyles({
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  next: { marginInlineStart: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  why: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& summary': { width: 'fit-content', cursor: 'pointer' },
    '& ul': { margin: 0, paddingInlineStart: '1.25em' },
    '& p': { margin: 0 },
  },
});

interface WhereLineProps {
  readonly line: PersonLine;
  /** Where several people are beside each other. */
  readonly named: boolean;
  readonly teams: string | null;
}

/** Where somebody is now and when they are free next; opened, what says so. */
export function WhereLine({ line, named, teams }: WhereLineProps) {
  const styles = useStyles();
  const t = useText(panelText);
  const { person, parts, why, nextFreeLine, stale, source } = line;
  const followed = parts.find((part) => part.source === source);
  const at = followed?.at ? t('line.at.short', { time: timeText(followed.at) }) : '';
  const says = named ? t('line.of', { name: person.name, line: line.line }) : t('line.now', { line: line.line });
  return (
    <div data-testid="where-line">
      <p className={styles.line}>
        {says} <span className={styles.next}>{nextFreeLine}</span>
      </p>
      <details className={styles.why}>
        <summary>{t('line.why', { source: t(`line.${source}`), at })}</summary>
        <ul>
          {parts.map(({ source, says: said, at }) => (
            <li key={source}>
              {t(`line.${source}`)}：{said}
              {at === null ? null : ` （${t('line.at', { time: timeText(at) })}）`}
            </li>
          ))}
        </ul>
        {[why, stale, teams].map((told) => (told === null ? null : <p key={told}>{told}</p>))}
      </details>
    </div>
  );
}
