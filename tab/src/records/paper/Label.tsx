import type { PaperBox } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { barsOf } from './bars.ts';
import { useLabelStyles } from './Label.styles.ts';
import { paperText } from './text.ts';

function Bars({ code }: { readonly code: string }) {
  const t = useText(paperText);
  const styles = useLabelStyles();
  const { width, bars } = barsOf(code);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${width} 40`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('labels.bars', { code })}
    >
      {bars.map(({ from, wide }) => (
        <rect key={from} x={from} y={0} width={wide} height={40} fill="black" />
      ))}
    </svg>
  );
}

/** A sheet of A4 with a label for each box: what a person reads, and what a scanner reads. Seen on paper alone. */
export function LabelSheet({ boxes }: { readonly boxes: readonly PaperBox[] }) {
  const styles = useLabelStyles();
  return (
    <div className={styles.sheet} data-testid="label-sheet">
      {boxes.map(({ id, code, title, fiscalYearLabel, unitName, place }) => (
        <div key={id} className={styles.label} data-testid="label">
          <span className={styles.title}>{title}</span>
          <span>{`${fiscalYearLabel} ${unitName}`}</span>
          <span>{`${place.store} ${place.shelf}`}</span>
          <Bars code={code} />
          <span className={styles.code}>{code}</span>
        </div>
      ))}
    </div>
  );
}
