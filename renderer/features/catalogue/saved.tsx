/** Searches somebody wants again: kept with the settings of this laptop. */
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, memo, useMemo, useState } from 'react'
import { useText } from '../../app/text.ts'
import { askedAddress, type CatalogueAsked, countFilters, readAsked } from '../../lab/catalogue-address.ts'
import { useAbout, useLabData, useSettings } from '../../lab/lab-context.tsx'
import { notify } from '../../state/notify.ts'
import css from './catalogue.module.css'
import { type SavedSearch, savedKey, savedSearches, withoutSearch, withSearch } from './saved-searches.ts'

/** A menu of them, and a way to keep the one that is shown. */
export const Saved = memo(function Saved(props: { readonly asked: CatalogueAsked; readonly onOpen: (asked: CatalogueAsked) => void }) {
  const { asked, onOpen } = props
  const t = useText()
  const data = useLabData()
  const settings = useSettings()
  const about = useAbout()
  const all = useMemo(() => savedSearches(settings.view[savedKey]), [settings.view])
  const [naming, setNaming] = useState<SavedSearch | null>(null)
  const mayKeep = about?.reach === 'host' && !about.readOnly
  const keep = (next: readonly SavedSearch[]): void => {
    const { settings: now } = data.getState()
    // A refused change puts the old value back on the screen by itself.
    data.changeSettings({ view: { ...now.view, [savedKey]: [...next] } }).catch(() => undefined)
  }
  const now = (): readonly SavedSearch[] => savedSearches(data.getState().settings.view[savedKey])
  const remove = (one: SavedSearch): void => {
    keep(withoutSearch(all, one.address))
    notify.undoable(t('catalogue.savedGone', { name: one.name }), () => keep(withSearch(now(), one)))
  }
  const address = askedAddress({ ...asked, from: 0 })
  const something = asked.text.trim() !== '' || countFilters(asked.filters) > 0
  const isKept = all.some((one) => one.address === address)
  if (naming !== null)
    return (
      <Naming
        search={naming}
        onClose={() => setNaming(null)}
        onKeep={(name) => {
          keep(withSearch(all, { ...naming, name }))
          setNaming(null)
        }}
      />
    )
  return (
    <div className={css.savedActs}>
      {mayKeep && something && !isKept && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconBookmark size={16} stroke={1.75} aria-hidden />}
          onClick={() => setNaming({ name: asked.text.trim(), address })}
        >
          {t('catalogue.save')}
        </Button>
      )}
      {all.length > 0 && (
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
              {t('catalogue.saved', { n: all.length })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {all.map((one) => (
              <div key={one.address} className={css.savedRow}>
                <Menu.Item onClick={() => onOpen(readAsked(one.address))}>{one.name}</Menu.Item>
                {mayKeep && (
                  <>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={30}
                      aria-label={t('catalogue.rename', { name: one.name })}
                      onClick={() => setNaming(one)}
                    >
                      <IconPencil size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={30}
                      aria-label={t('catalogue.removeSaved', { name: one.name })}
                      onClick={() => remove(one)}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  </>
                )}
              </div>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
})

function Naming(props: { readonly search: SavedSearch; readonly onKeep: (name: string) => void; readonly onClose: () => void }) {
  const t = useText()
  const [name, setName] = useState(props.search.name)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') props.onKeep(name.trim())
  }
  return (
    <form className={css.savedActs} onSubmit={save}>
      <TextInput
        autoFocus
        size="xs"
        maxLength={80}
        aria-label={t('catalogue.saveName')}
        placeholder={t('catalogue.saveName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onClose()
        }}
      />
      <Button type="submit" size="xs" variant="light" disabled={name.trim() === ''}>
        {t('catalogue.saveIt')}
      </Button>
      <Button size="xs" variant="subtle" onClick={props.onClose}>
        {t('app.close')}
      </Button>
    </form>
  )
}
