// A screen is fetched when it is first opened: the map's library is not read to show the inbox.
import type { ComponentChildren, ComponentType, VNode } from 'preact';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

const Waiting = createContext<ComponentChildren>(null);

export function Suspense({ waiting, children }: { waiting: ComponentChildren; children: ComponentChildren }) {
  return <Waiting.Provider value={waiting}>{children}</Waiting.Provider>;
}

export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => VNode {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const waiting = useContext(Waiting);
    const [Screen, setScreen] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      if (Screen) return;
      let here = true;
      void load().then((screen) => {
        loaded = screen;
        if (here) setScreen(() => screen);
      });
      return () => {
        here = false;
      };
    }, [Screen]);
    return <>{Screen ? <Screen {...props} /> : waiting}</>;
  };
}
