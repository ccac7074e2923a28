import { makeStyles } from '@fluentui/react-components';

/** Notices stand below the row of pages, so that somebody who has just acted can go on at once. */
export const BELOW_PAGES = { vertical: 76 };

export const useNoticesStyles = makeStyles({
  // They have nothing to press: a press is for what they lie over.
  notices: { '& .fui-ToastContainer': { pointerEvents: 'none' }, '@media print': { display: 'none' } },
});
