// Put into every page by the preview, and only by it (server.py): loads the page again when it has changed, keeps its
// place, and shows at its top what is to mend.
"use strict"
;(() => {
  const loaded = document.currentScript.dataset.loaded
  const key = `edit ${location.pathname}`
  const channel = new BroadcastChannel("edit")
  let asked = 0
  let host = null
  let reloading = false

  async function look() {
    const mine = ++asked
    let state
    try {
      const query = new URLSearchParams({ page: decodeURI(location.pathname), loaded })
      const answer = await fetch(`/-edit/state?${query}`)
      state = await answer.json()
    } catch {
      // The preview has ended or the machine was asleep; the next event brings another try.
      return
    }
    if (mine !== asked) return
    if (state.changed) {
      reloading = true
      remember()
      location.reload()
    } else {
      show(state)
    }
  }

  // The place is that of the last heading (or whatever has an id) above the middle of the window: what changed further
  // up moves the text, and the reader's eyes stay on the line.
  function remember() {
    let nearest = null
    for (const each of document.querySelectorAll("main [id]")) {
      if (each.getBoundingClientRect().top < innerHeight / 2) nearest = each
    }
    const open = [...document.querySelectorAll("details")].map((each) => each.open)
    const offset = nearest ? nearest.getBoundingClientRect().top : 0
    sessionStorage.setItem(key, JSON.stringify({ y: scrollY, id: nearest?.id, offset, open }))
    history.scrollRestoration = "manual"
  }

  function restore(place) {
    const details = document.querySelectorAll("details")
    if (details.length === place.open.length) details.forEach((each, index) => (each.open = place.open[index]))
    const nearest = place.id && document.getElementById(place.id)
    const top = place.y && nearest ? scrollY + nearest.getBoundingClientRect().top - place.offset : place.y
    scrollTo({ top, behavior: "instant" })
  }

  function show(state) {
    host?.remove()
    host = null
    document.documentElement.style.removeProperty("scroll-padding-top")
    if (!state.head) return
    host = document.createElement("div")
    host.id = "-edit-strip"
    const root = host.attachShadow({ mode: "open" })
    const style = element("link", "")
    style.rel = "stylesheet"
    style.href = "/-edit/strip.css"
    const strip = element("section", "")
    strip.lang = "en"
    strip.dir = "ltr"
    strip.setAttribute("role", "status")
    strip.append(element("p", state.head), list(state.here))
    if (state.rest) {
      const rest = element("details", "")
      rest.append(element("summary", state.rest), list(state.elsewhere))
      strip.append(rest)
    }
    root.append(style, strip)
    host.style.cssText = "position: sticky; inset-block-start: 0; z-index: 2147483647"
    document.body.prepend(host)
  }

  function list(lines) {
    const made = element("ul", "")
    made.append(...lines.map((line) => element("li", line)))
    return made
  }

  function element(name, text) {
    const made = document.createElement(name)
    // As text: a message quotes what the author typed.
    made.textContent = text
    return made
  }

  function listen() {
    const events = new EventSource("/-edit/events")
    events.onmessage = () => {
      channel.postMessage("")
      look()
    }
    events.onerror = () => {
      // A browser tries again by itself, but not after an answer that it does not understand.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000)
    }
  }

  const kept = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  if (kept) {
    restore(JSON.parse(kept))
    addEventListener("load", () => restore(JSON.parse(kept)))
  }
  // Not sooner: a browser restores its own idea of the place at any time after the page was loaded.
  addEventListener("pagehide", () => {
    if (!reloading) history.scrollRestoration = "auto"
  })
  channel.onmessage = look
  addEventListener("pageshow", look)
  document.addEventListener("visibilitychange", () => document.hidden || look())
  // One page of the browser listens for all of them; when it is closed or left, the next one does.
  if (navigator.locks) navigator.locks.request("edit", () => new Promise(listen))
  else listen()
})()
