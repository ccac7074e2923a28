import { Component, type ReactNode } from 'react';
import { storedLocale } from './locale.ts';
import { appText } from './text.ts';

/** The last net: a page that fails says so instead of turning white. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    const locale = storedLocale();
    return (
      <div role="alert" data-testid="error">
        <h1>{appText['crash.title'][locale]}</h1>
        <p>{appText['crash.body'][locale]}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {appText['crash.reload'][locale]}
        </button>
      </div>
    );
  }
}
