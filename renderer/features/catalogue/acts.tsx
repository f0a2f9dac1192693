/** What can be done with the catalogue as a whole, and with what was found. */
import { Button, Menu } from '@mantine/core'
import {
  IconCalendarRepeat,
  IconChartBar,
  IconChevronDown,
  IconDownload,
  IconFileUpload,
  IconHeartHandshake,
  IconStack2,
} from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { CatalogueSource } from '#shared/api/catalogue.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { type CatalogueAsked, figuresAddress } from '../../lab/catalogue-address.ts'
import { KeptNote } from '../../lab/kept-file.tsx'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import type { Trouble } from '../../lab/refusal.ts'
import { useKeep } from '../../lab/use-keep.ts'
import { Round } from './round.tsx'
import { Sources } from './sources.tsx'
import { TakeIn } from './take-in.tsx'

type Props = {
  /** What is searched for at the moment of a click, so that typing does not draw the menus anew. */
  readonly askedNow: () => CatalogueAsked
  readonly total: number
  /** There is nothing at all: the page itself offers to take in a list. */
  readonly empty: boolean
  readonly sources: readonly CatalogueSource[]
  readonly sourcesChanged: () => void
  readonly onTold: (told: Trouble | null) => void
}

const ways = [
  { key: 'xlsx_inoland', format: 'xlsx', columns: 'inoland' },
  { key: 'xlsx_jippnas', format: 'xlsx', columns: 'jippnas' },
  { key: 'csv', format: 'csv', columns: 'inoland' },
  { key: 'katalog', format: 'katalog', columns: 'inoland' },
] as const

export const Acts = memo(function Acts({ askedNow, total, empty, sources, sourcesChanged, onTold }: Props) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const about = useAbout()
  const keep = useKeep()
  const [open, setOpen] = useState<'take' | 'sources' | 'round' | null>(null)
  // Read when the menu opens.
  const [asked, setAsked] = useState(askedNow)
  const mayChange = about?.readOnly === false
  const close = (): void => setOpen(null)
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
  return (
    <>
      <Menu position="bottom-end" width={290} onOpen={() => setAsked(askedNow())}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
            {t('catalogue.look')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={figuresAddress(asked)} leftSection={<IconChartBar {...icon} />}>
            {t('catalogue.figures')}
          </Menu.Item>
          <Menu.Item component="a" href={places.succession()} leftSection={<IconHeartHandshake {...icon} />}>
            {t('catalogue.succession')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconCalendarRepeat {...icon} />} onClick={() => setOpen('round')}>
            {t('catalogue.round')}
          </Menu.Item>
          <Menu.Item leftSection={<IconStack2 {...icon} />} onClick={() => setOpen('sources')}>
            {t('catalogue.sources', { n: sources.length })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button
            variant="default"
            loading={keep.busy}
            disabled={total === 0}
            leftSection={<IconDownload {...icon} />}
            rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
          >
            {t('catalogue.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('catalogue.exportN', { n: formatNumber(total, language) })}</Menu.Label>
          {ways.map(({ key, format, columns }) => (
            <Menu.Item
              key={key}
              onClick={() => {
                const { text, filters } = askedNow()
                keep.run(() => client.catalogue.keep({ name: t('catalogue.fileName'), format, columns, text, filters }))
              }}
            >
              {t(`catalogue.as_${key}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {mayChange && !empty && (
        <Button leftSection={<IconFileUpload {...icon} />} onClick={() => setOpen('take')}>
          {t('catalogue.takeIn')}
        </Button>
      )}
      <KeptNote keep={keep} />
      {open === 'take' && <TakeIn sources={sources} onClose={close} onTaken={sourcesChanged} onTold={onTold} />}
      {open === 'sources' && (
        <Sources sources={sources} readOnly={!mayChange} onClose={close} onChanged={sourcesChanged} onTake={() => setOpen('take')} />
      )}
      {open === 'round' && <Round readOnly={!mayChange} onClose={close} onTold={onTold} />}
    </>
  )
})
