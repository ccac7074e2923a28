import { Form, type FormDialogProps } from '../../app/FormDialog.tsx';
import { useBookStyles } from './Book.styles.ts';

/** What every form of the register stands in. */
export const FormDialog = (props: FormDialogProps) => <Form {...props} className={useBookStyles().stack} />;
