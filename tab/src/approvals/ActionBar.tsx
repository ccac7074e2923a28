import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { ActDialog } from './ActDialog.tsx';
import { useActionBarStyles } from './ActionBar.styles.ts';
import { type ActDraft, type ActKind, type ActShape, actsFor, actWords, EMPTY_DRAFT } from './acts.ts';
import { approvalsText } from './text.ts';
import type { ActRunner } from './use-act-runner.ts';

export interface ActionBarProps {
  readonly view: CaseView;
  readonly runner: ActRunner;
}

interface OpenAct {
  readonly shape: ActShape;
  readonly opened: CaseView;
}

type Drafts = Readonly<Partial<Record<ActKind, ActDraft>>>;

interface ButtonsProps {
  readonly view: CaseView;
  readonly acts: readonly ActShape[];
  readonly busy: boolean;
  readonly onOpen: (shape: ActShape) => void;
}

function useButtonText(view: CaseView): (shape: ActShape) => string {
  const t = useText(approvalsText);
  return ({ kind }) => {
    if (kind === 'submit' && view.sentBack) return t('submit.again.button');
    return t(`${actWords(kind, view)}.button`);
  };
}

function FrontButtons({ view, acts, busy, onOpen }: ButtonsProps) {
  const styles = useActionBarStyles();
  const text = useButtonText(view);
  return acts.map((shape) => (
    <Button
      key={shape.kind}
      size="large"
      appearance={shape.weight === 'main' ? 'primary' : 'secondary'}
      className={shape.weight === 'main' ? styles.main : styles.other}
      disabledFocusable={busy}
      onClick={() => onOpen(shape)}
      data-testid={shape.testId}
    >
      {text(shape)}
    </Button>
  ));
}

/** Two are shown as they are; a menu for a single act would only be one more press. */
function OtherButtons({ view, acts, busy, onOpen }: ButtonsProps) {
  const styles = useActionBarStyles();
  const t = useText(approvalsText);
  const text = useButtonText(view);
  if (acts.length <= 2) return <FrontButtons view={view} acts={acts} busy={busy} onOpen={onOpen} />;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="large"
          className={styles.other}
          icon={<MoreHorizontalRegular />}
          disabledFocusable={busy}
          data-testid="more-actions"
        >
          {t('act.more')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map((shape) => (
            <MenuItem key={shape.kind} onClick={() => onOpen(shape)} data-testid={shape.testId}>
              {text(shape)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The buttons that `may` allows, and the dialog behind the one that was pressed. */
export function ActionBar({ view, runner }: ActionBarProps) {
  const styles = useActionBarStyles();
  const t = useText(approvalsText);
  const [open, setOpen] = useState<OpenAct | null>(null);
  const [drafts, setDrafts] = useState<Drafts>({});
  const acts = actsFor(view.may);
  const handleOpen = (shape: ActShape) => {
    runner.clearTrouble();
    setOpen({ shape, opened: view });
  };
  const front = acts.filter(({ weight }) => weight !== 'other');
  const others = acts.filter(({ weight }) => weight === 'other');
  return (
    <>
      {acts.length > 0 ? (
        <section className={styles.bar} aria-label={t('act.label')} data-testid="action-bar">
          <FrontButtons view={view} acts={front} busy={runner.busy} onOpen={handleOpen} />
          <OtherButtons view={view} acts={others} busy={runner.busy} onOpen={handleOpen} />
        </section>
      ) : null}
      {open ? (
        <ActDialog
          opened={open.opened}
          stale={view.version !== open.opened.version}
          shape={open.shape}
          draft={drafts[open.shape.kind] ?? EMPTY_DRAFT}
          onDraft={(draft) => setDrafts((all) => ({ ...all, [open.shape.kind]: draft }))}
          runner={runner}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
