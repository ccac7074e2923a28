import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { CaseView, RouteWish } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { RouteStages } from '../regulations/RouteStages.tsx';
import { plannedStages, type RouteRow } from '../regulations/route-rows.ts';
import { AddToRouteDialog } from './AddToRouteDialog.tsx';
import { useDraftingStyles } from './Drafting.styles.ts';
import { RouteWishes } from './RouteWishes.tsx';
import { draftingText } from './text.ts';
import { addKey, restored, withAdd, withoutSlot, withSkip } from './wish.ts';

export interface RoutePanelProps {
  readonly view: CaseView;
  readonly busy: boolean;
  readonly onWish: (wish: RouteWish) => void;
}

interface ControlsProps extends RoutePanelProps {
  readonly row: RouteRow;
  readonly onNamed: (key: string, name: string) => void;
}

/** Only what the regulations leave to the drafter can be changed. */
function RowControls({ row, view, busy, onWish, onNamed }: ControlsProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const { routeWish: wish } = view;
  const { key, name } = row;
  const removable = row.duty !== 'DECISION' && row.addedBy === null && (row.added || !row.mandatory);
  const skippable = row.duty === 'REVIEW' && row.absence !== null && !row.skipped && row.kept === null;
  if (!removable && !skippable && !row.skipped) return null;
  const button = (label: string, words: string, act: () => void, testId: string) => (
    <Button
      size="small"
      appearance="subtle"
      aria-label={label}
      disabledFocusable={busy}
      onClick={() => (busy ? undefined : act())}
      data-testid={testId}
    >
      {words}
    </Button>
  );
  const remove = () => {
    onNamed(key, name);
    onWish(withoutSlot(wish, key));
  };
  return (
    <span className={styles.line}>
      {removable ? button(t('route.remove.of', { name }), t('route.remove'), remove, 'route-remove') : null}
      {skippable
        ? button(t('route.skip.of', { name }), t('route.skip'), () => onWish(withSkip(wish, key)), 'route-skip')
        : null}
      {row.skipped && wish.skips.includes(key)
        ? button(t('route.unskip.of', { name }), t('route.unskip'), () => onWish(restored(wish, key)), 'route-unskip')
        : null}
    </span>
  );
}

function RouteProblem({ problem }: { readonly problem: string }) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="route-problem">
      <MessageBarBody>
        <MessageBarTitle>{t('route.problem')}</MessageBarTitle>
        <span>{problem}</span>
        <p className={styles.small}>{t('route.problem.who')}</p>
      </MessageBarBody>
    </MessageBar>
  );
}

/** The route of the draft as it would be today, and what the drafter may add to it. */
export function RoutePanel({ view, busy, onWish }: RoutePanelProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const [adding, setAdding] = useState(false);
  /** Names of what was taken out or added here: the stored wish knows only ids. */
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const remember = (key: string, name: string) => setNames((known) => new Map(known).set(key, name));
  const passed = view.passedOver.map(({ why, unitName, postTitle }) =>
    t(`route.passedOver.${why}`, { name: `${unitName} ${postTitle}` }),
  );
  return (
    <div className={styles.stack} data-testid="route-panel">
      {view.routeProblem ? <RouteProblem problem={view.routeProblem} /> : null}
      <RouteStages
        stages={plannedStages(view.route)}
        controls={(row) => <RowControls view={view} busy={busy} onWish={onWish} row={row} onNamed={remember} />}
      />
      {passed.map((sentence) => (
        <p key={sentence} className={styles.small}>
          {sentence}
        </p>
      ))}
      <RouteWishes view={view} names={names} busy={busy} onWish={onWish} />
      <div>
        <Button
          icon={<AddRegular />}
          disabledFocusable={busy}
          onClick={() => (busy ? undefined : setAdding(true))}
          data-testid="route-add"
        >
          {t('route.add')}
        </Button>
      </div>
      {adding ? (
        <AddToRouteDialog
          taken={new Set([...view.route.map(({ key }) => key), ...view.routeWish.adds.map(addKey)])}
          onAdd={(add, name) => {
            remember(addKey(add), name);
            onWish(withAdd(view.routeWish, add));
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}
