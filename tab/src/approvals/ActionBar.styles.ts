import { makeStyles, tokens } from '@fluentui/react-components';

const WIDE = '@media (min-width: 900px)';

export const useActionBarStyles = makeStyles({
  /** Under the thumb on a phone, and in sight on a desktop however long the case is. */
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
    marginBlock: `${tokens.spacingVerticalL} calc(-1 * ${tokens.spacingVerticalL})`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    '@media print': { display: 'none' },
    [WIDE]: {
      marginInline: 0,
      marginBlockEnd: `calc(-1 * ${tokens.spacingVerticalXL})`,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      borderBottomWidth: 0,
      borderRadius: `${tokens.borderRadiusLarge} ${tokens.borderRadiusLarge} 0 0`,
      boxShadow: tokens.shadow8,
    },
  },
  main: {
    flexGrow: 3,
    minHeight: '44px',
    [WIDE]: { flexGrow: 0, minHeight: '32px' },
  },
  other: { flexGrow: 1, minWidth: 'auto', minHeight: '44px', [WIDE]: { flexGrow: 0, minHeight: '32px' } },
});
