import { Switch } from '@mantine/core'
import { useText } from '../../../app/text.ts'

/** Whether the first line holds titles and is no row. */
export function HeadSwitch({ checked, onChange }: { readonly checked: boolean; readonly onChange: (on: boolean) => void }) {
  const t = useText()
  return <Switch label={t('transfer.headLine')} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
}
