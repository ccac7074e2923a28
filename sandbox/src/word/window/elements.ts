type Child = Node | string | false | undefined;

/** Makes an element; text is always text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) if (child !== false && child !== undefined) element.append(child);
  return element;
}

export function button(label: string, attributes: Record<string, string>, onPress: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, [label]);
  made.addEventListener('click', onPress);
  return made;
}
