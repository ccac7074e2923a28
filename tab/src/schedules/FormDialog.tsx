import { Form, type FormDialogProps } from '../app/FormDialog.tsx';
import { useDialogStyles } from './week/Dialogs.styles.ts';

/** What every form about 予定 stands in. */
export const FormDialog = (props: FormDialogProps) => <Form {...props} className={useDialogStyles().form} />;
