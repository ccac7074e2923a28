import { makeStyles, tokens } from '@fluentui/react-components';

const WIDE = '@media (min-width: 900px)';

export const useActionBarStyles = makeStyles({
  /** Under the thumb on a phone; on a desktop an ordinary row that stays in sight. */
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 10,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    paddingBlockEnd: `max(${tokens.spacingVerticalS}, env(safe-area-inset-bottom))`,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBlockStart: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    '@media print': { display: 'none' },
    [WIDE]: {
      position: 'static',
      marginInline: 0,
      marginBlock: `0 ${tokens.spacingVerticalL}`,
      padding: 0,
      backgroundColor: 'transparent',
      borderTop: 'none',
    },
  },
  main: {
    flexGrow: 1,
    flexBasis: '100%',
    minHeight: '44px',
    [WIDE]: { flexGrow: 0, flexBasis: 'auto', minHeight: '32px' },
  },
  other: { flexGrow: 1, minWidth: 'auto', minHeight: '44px', [WIDE]: { flexGrow: 0, minHeight: '32px' } },
});
