import { makeStyles } from '@fluentui/react-components';

const PRINT = '@media print';

// Paper is white whatever the theme is, and measured in millimetres: twelve labels of 90 × 44 mm fit on A4.
export const useLabelStyles = makeStyles({
  sheet: {
    display: 'none',
    [PRINT]: { display: 'grid', gridTemplateColumns: '90mm 90mm', gap: '2mm', color: 'black', fontSize: '9pt' },
  },
  label: {
    display: 'flex',
    flexDirection: 'column',
    width: '90mm',
    height: '44mm',
    boxSizing: 'border-box',
    padding: '3mm',
    border: '0.2mm dashed black',
    overflow: 'hidden',
    breakInside: 'avoid',
  },
  title: { fontSize: '12pt', fontWeight: 'bold', lineHeight: 1.2, maxHeight: '2.4em', overflow: 'hidden' },
  // A module of 0.5 mm and a quiet zone of ten modules on each side (JIS X 0504).
  bars: { width: '72mm', height: '12mm', marginBlockStart: 'auto', alignSelf: 'center' },
  code: { textAlign: 'center', fontFamily: 'monospace', fontSize: '11pt', letterSpacing: '0.15em' },
});
