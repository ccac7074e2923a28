import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { useActionBarStyles } from './ActionBar.styles.ts';
import type { ActShape } from './act-shapes.ts';
import { actWords } from './acts.ts';
import { useActs } from './acts-context.ts';
import { useWide } from './inbox/use-wide.ts';
import { approvalsText } from './text.ts';

interface ButtonsProps {
  readonly view: CaseView;
  readonly acts: readonly ActShape[];
}

/** The word on the button; with its post where the same act is offered for several. */
export function useButtonText(view: CaseView): (shape: ActShape) => string {
  const t = useText(approvalsText);
  const { shapes } = useActs();
  return (shape) => {
    if (shape.kind === 'submit' && view.sentBack) return t('submit.again.button');
    const word = t(`${actWords(shape, view)}.button`);
    const slot = view.route.find(({ id }) => id === shape.about);
    const several = shapes.filter(({ kind }) => kind === shape.kind).length > 1;
    return several && slot ? `${word}: ${slot.unitName} ${slot.postTitle}` : word;
  };
}

function FrontButtons({ view, acts }: ButtonsProps) {
  const styles = useActionBarStyles();
  const text = useButtonText(view);
  const { busy, open } = useActs();
  return acts.map((shape) => (
    <Button
      key={shape.key}
      size="large"
      appearance={shape.weight === 'main' ? 'primary' : 'secondary'}
      className={shape.weight === 'main' ? styles.main : styles.other}
      disabledFocusable={busy}
      onClick={() => open(shape)}
      data-testid={shape.testId}
    >
      {text(shape)}
    </Button>
  ));
}

/** Two are shown as they are; a menu for a single act would only be one more press. */
function OtherButtons({ view, acts }: ButtonsProps) {
  const styles = useActionBarStyles();
  const t = useText(approvalsText);
  const text = useButtonText(view);
  const { busy, open } = useActs();
  if (acts.length <= 2) return <FrontButtons view={view} acts={acts} />;
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
            <MenuItem key={shape.key} onClick={() => open(shape)} data-testid={shape.testId}>
              {text(shape)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

// More in front would cover half of a phone.
const IN_FRONT = { wide: 5, narrow: 3 };

/** The buttons that `may` allows. */
export function ActionBar({ view }: { readonly view: CaseView }) {
  const styles = useActionBarStyles();
  const t = useText(approvalsText);
  const { shapes } = useActs();
  const wide = useWide();
  if (shapes.length === 0) return null;
  const weighty = shapes.filter(({ weight }) => weight !== 'other');
  const main = weighty.filter(({ weight }) => weight === 'main');
  const second = weighty.filter(({ weight }) => weight === 'second');
  const front = [...main, ...second].slice(0, wide ? IN_FRONT.wide : IN_FRONT.narrow);
  const others = shapes.filter((shape) => !front.includes(shape));
  return (
    <section className={styles.bar} aria-label={t('act.label')} data-testid="action-bar">
      <FrontButtons view={view} acts={front} />
      <OtherButtons view={view} acts={others} />
    </section>
  );
}
