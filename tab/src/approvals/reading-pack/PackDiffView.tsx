import { Badge } from '@fluentui/react-components';
import type { DiffBlock, PackDiff, PartDiff } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useReadingStyles } from './ReadingPack.styles.ts';
import { readingText } from './text.ts';

function Block({ block }: { readonly block: DiffBlock }) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  switch (block.kind) {
    case 'GAP':
      return <p className={styles.small}>{t('reading.diff.gap', { count: block.count })}</p>;
    case 'SAME':
      return <p className={`${styles.block} ${styles.same}`}>{block.text}</p>;
    case 'ADDED':
      return (
        <p className={styles.block}>
          <ins className={styles.added}>{block.text}</ins>
        </p>
      );
    case 'REMOVED':
      return (
        <p className={styles.block}>
          <del className={styles.removed}>{block.text}</del>
        </p>
      );
    default:
      return (
        <p className={styles.block}>
          {keyed(block.pieces).map(({ key, piece }) => {
            if (piece.kind === 'SAME') return <span key={key}>{piece.text}</span>;
            const added = piece.kind === 'ADDED';
            const Tag = added ? 'ins' : 'del';
            return (
              <Tag key={key} className={added ? styles.added : styles.removed}>
                {piece.text}
              </Tag>
            );
          })}
        </p>
      );
  }
}

/** Pieces never move, so their place names them. */
const keyed = <T,>(items: readonly T[]): readonly { key: string; piece: T }[] =>
  items.map((piece, index) => ({ key: String(index), piece }));

function Part({ part }: { readonly part: PartDiff }) {
  const styles = useReadingStyles();
  const t = useText(readingText);
  const title = part.key === 'proposal' ? t('reading.proposal') : part.title;
  return (
    <section className={styles.part} aria-label={title} data-testid="part-diff" data-change={part.change}>
      <h3 className={styles.partTitle}>
        {title}{' '}
        <Badge appearance="tint" color={part.change === 'REMOVED' ? 'danger' : 'warning'}>
          {t(`reading.change.${part.change}`)}
        </Badge>
      </h3>
      <div className={styles.blocks}>
        {keyed(part.blocks).map(({ key, piece }) => (
          <Block key={key} block={piece} />
        ))}
      </div>
    </section>
  );
}

/** Only what is different, with a paragraph around it to know where one is. */
export function PackDiffView({ diff, none }: { readonly diff: PackDiff; readonly none: string }) {
  const styles = useReadingStyles();
  const changed = diff.parts.filter(({ change }) => change !== 'SAME');
  if (changed.length === 0) return <p className={styles.small}>{none}</p>;
  return changed.map((part) => <Part key={part.key} part={part} />);
}
