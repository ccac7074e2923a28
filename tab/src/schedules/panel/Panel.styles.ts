import { makeStyles, tokens } from '@fluentui/react-components';

export const usePanelStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  badge: { marginInlineEnd: tokens.spacingHorizontalS },
});
