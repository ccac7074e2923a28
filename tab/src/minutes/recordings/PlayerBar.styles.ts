import { makeStyles, tokens } from '@fluentui/react-components';

const PHONE = '@media screen and (max-width: 899px)';

export const usePlayerStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  place: { flexGrow: 1, minWidth: '10rem', [PHONE]: { flexBasis: '100%', order: 1 } },
  time: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  speed: { minWidth: '6rem' },
  failed: { margin: 0, flexBasis: '100%', color: tokens.colorPaletteRedForeground1 },
});
