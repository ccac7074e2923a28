import { Link } from '@fluentui/react-components';
import { usePane } from './pane-context.ts';

interface PageLinkProps {
  readonly of: 'record' | 'case';
  readonly id: string;
}

/** Leads to the tab's page of what is filed here; the tab works in a plain browser too. */
export function PageLink({ of, id }: PageLinkProps) {
  const { say } = usePane();
  const pages = of === 'case' ? 'cases' : 'records';
  return (
    <div>
      <Link
        href={`/tab/#/${pages}/${encodeURIComponent(id)}`}
        target="_blank"
        rel="noopener"
        data-testid={`open-${of}`}
      >
        {say(`${of}.open`)}
      </Link>
    </div>
  );
}
