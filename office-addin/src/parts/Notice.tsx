import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { usePaneStyles } from './pane-styles.ts';

export interface NoticeProps {
  intent: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  text?: string;
  small?: string | undefined;
  action?: { label: string; onPress: () => void } | undefined;
  testId?: string;
}

export function Notice({ intent, title, text, small, action, testId }: NoticeProps) {
  const styles = usePaneStyles();
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      data-testid={testId}
      politeness={intent === 'error' ? 'assertive' : 'polite'}
    >
      <MessageBarBody className={styles.message}>
        {title && <MessageBarTitle>{title}</MessageBarTitle>}
        {text && <div className={styles.prose}>{text}</div>}
        {small && <div className={styles.soft}>{small}</div>}
      </MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button size="small" onClick={action.onPress}>
            {action.label}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
