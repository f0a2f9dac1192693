/** Keeping a table, and saying where a kept file lies. */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import type { KeptFile, TableWanted } from '#shared/api/keeping.ts'
import { useText } from '../app/text.ts'
import { ErrorBanner } from '../parts/index.ts'
import css from './kept-file.module.css'
import { type Keep, useFileWays } from './use-keep.ts'

type Format = TableWanted['format']

/** A workbook or CSV; `xlsx` and `csv` name them where it matters what each holds. */
export function KeepMenu(props: {
  readonly label: string
  readonly busy: boolean
  readonly onKeep: (format: Format) => void
  readonly size?: 'xs' | 'sm'
  readonly xlsx?: string
  readonly csv?: string
}) {
  const t = useText()
  const { label, busy, onKeep, size = 'sm' } = props
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size={size}
          loading={busy}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onKeep('xlsx')}>{props.xlsx ?? t('transfer.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => onKeep('csv')}>{props.csv ?? t('transfer.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Says where a file went, or why it did not. It is there before there is anything to say, or nobody would hear it. */
export const KeptNote = ({ keep: { kept, trouble } }: { readonly keep: Keep }) => (
  <div role="status" className={css.note}>
    {trouble && <ErrorBanner {...trouble} />}
    {kept && <Kept key={kept.file} kept={kept} />}
  </div>
)

function Kept({ kept }: { readonly kept: KeptFile }) {
  const t = useText()
  const { reveal, fetch, trouble } = useFileWays(kept)
  return (
    <>
      <span>{t('transfer.savedTo', { file: kept.file })}</span>
      {reveal && (
        <button type="button" onClick={reveal}>
          {t('transfer.openFolder')}
        </button>
      )}
      {fetch && (
        <button type="button" onClick={fetch}>
          {t('transfer.download')}
        </button>
      )}
      {trouble && <ErrorBanner {...trouble} />}
    </>
  )
}
