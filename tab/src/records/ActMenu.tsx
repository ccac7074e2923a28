import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

/** Once a form is put away the focus is where it was opened from: the item of the menu is gone with the menu. */
export function useOpened<A extends string>() {
  const [open, setOpen] = useState<A | null>(null);
  const places = useRef(new Map<A | 'menu', HTMLButtonElement>());
  const last = useRef<A | null>(null);
  useEffect(() => {
    if (open === null && last.current !== null)
      (places.current.get(last.current) ?? places.current.get('menu'))?.focus();
    last.current = open;
  }, [open]);
  // The type of Fluent's own `ref` takes no element at all under the types of React 19, but a function of one.
  const place = (from: A | 'menu') => (button: HTMLButtonElement | null) => {
    if (button) places.current.set(from, button);
    else places.current.delete(from);
  };
  return { open, setOpen, place };
}

interface ActMenuProps<A extends string> {
  readonly label: string;
  readonly acts: readonly A[];
  readonly nameOf: (act: A) => string;
  readonly onAct: (act: A) => void;
  readonly place: ReturnType<typeof useOpened<A>>['place'];
  readonly testId: string;
}

/** What may be done, behind one button; nothing where nothing may. */
export function ActMenu<A extends string>({ label, acts, nameOf, onAct, place, testId }: ActMenuProps<A>) {
  if (acts.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton ref={place('menu')} data-testid={testId}>
          {label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map((act) => (
            <MenuItem key={act} onClick={() => onAct(act)} data-testid={`act-${act}`}>
              {nameOf(act)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
