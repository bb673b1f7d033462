import './tabs.css';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

interface TabItem<T extends string> {
  readonly id: T;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
}

/** Several views of which one shows. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose }: TabsProps<T>) {
  const choose = (key: unknown): void => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab !== undefined) onChoose(tab.id);
  };
  return (
    <AriaTabs className="ui-tabs" selectedKey={chosen} onSelectionChange={choose}>
      <TabList className="ui-tab-list" aria-label={label}>
        {tabs.map(({ id, label: name }) => (
          <Tab key={id} id={id} className="ui-tab">
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="ui-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
