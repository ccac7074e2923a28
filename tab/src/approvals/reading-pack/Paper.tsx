import { createElement, type ReactNode, useMemo } from 'react';
import { useReadingStyles } from './ReadingPack.styles.ts';
import { type SafeNode, safeNodes } from './safe-nodes.ts';

function shown(nodes: readonly SafeNode[], at = ''): ReactNode[] {
  return nodes.map((node, index) => {
    const key = `${at}${index}`;
    if (typeof node === 'string') return node;
    if (node.picture) return <img key={key} src={node.picture.src} alt={node.picture.alt} />;
    if (node.tag === 'br') return <br key={key} />;
    const props = node.spans ? { key, ...node.spans } : { key };
    return createElement(node.tag, props, ...shown(node.children, `${key}.`));
  });
}

/** The text of one paper. A page parsed aside runs nothing; what of it is known is built anew here. */
export function Paper({ html }: { readonly html: string }) {
  const styles = useReadingStyles();
  const nodes = useMemo(() => safeNodes(new DOMParser().parseFromString(html, 'text/html').body.childNodes), [html]);
  return <div className={styles.paper}>{shown(nodes)}</div>;
}
