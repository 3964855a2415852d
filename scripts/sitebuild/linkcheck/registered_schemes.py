"""
The URI schemes that IANA has registered: permanent, provisional and historical ones.

They are the first column of https://www.iana.org/assignments/uri-schemes/uri-schemes-1.csv, as two packages of npm have
it, both under the MIT licence: url-sanitizer 5.0.1, published on 2026-08-19 (src/lib/iana/uri-schemes.json, which has
neither historical schemes nor those with a +), and schemes 1.4.0, published on 2024-12-04 (lib/iana-*.json). Those with
a + are from RFC 8323. For six there is no better source than a copy of the registry without a date: bb, drop, grd, p1,
payment and upt. Left out are those that begin with ms-, which `hosts` knows as a family, and hxxp and hxxps, which are
written so that no link works.
"""

_NAMES = """
aaa aaas about acap acct acd acr adiumxtra adt aet afp afs agtp aim amss android appdata apt ar ari ark at attachment
aw barion bb beshare bitcoin bitcoincash bl blob bluetooth bolo brid browserext cabal caip calculator callto cap cast
casts chrome chrome-extension cid cm coap coap+tcp coap+ws coaps coaps+tcp coaps+ws com-eventbrite-attendee content
content-type crid cstr cttps cvs dab dat data dav dhttp diaspora dict did dilithium3 dis dlna-playcontainer
dlna-playsingle dnp dns dntp doi donau dpp drm drop dtmi dtn dvb dvx dweb ed2k eid elsi embedded ens esim ethereum
example ez facetime fax feed feedready fido file filesystem finger first-run-pen-experience fish fm ftp fuchsia-pkg gcx
gdsi geo gg git gitoid gizmoproject go gopher graph grd gtalk h323 ham hcap hcp hs20 http https hydrazone hyper i0 iax
ibi icap icon ilstring im imap info iotdisco ipfs ipn ipns ipp ipps irc irc6 ircs iris iris.beep iris.lwz iris.xpc
iris.xpcs isostore itms jabber jar jms keyparc lastfm lbry ldap ldaps leaptofrogans lid linkid lorawan lpa lvlt
machineprovisioningprogressreporter magnet mailserver mailto maps market matrix mdoc mdoc-openid4vp message
microsoft.windows.camera microsoft.windows.camera.multipicker microsoft.windows.camera.picker mid mms modem mongodb moz
moz-extension mqtt mqtts msnim msrp msrps mss mt mtqp mtrust mumble mupdate musik mvn mvrp mvrps news nfs ni nih nntp
nostr notes npamp num ocf oid onenote onenote-cmd opaquelocktoken openid openpgp4fpr otpauth p1 pack palm paparazzi
payment payto pkcs11 pkg platform pop pres prospero proxy psyc pttp pwid qb query quic-transport redis rediss reload
res resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife secret-token service session sftp sgn shc shelter
shttp sieve simpleledger simplex sip sips skype smb smp sms smtp snews snmp soap.beep soap.beeps soldat spacify spiffe
spotify ssb ssh sss starknet steam stun stuns submit svn swh swid swidpath tag taler teamspeak teapot teapots tel
teliaeid telnet tftp things thismessage tip tn3270 tool tttps turn turns tv udp unreal upn upt urn ust ut2004 uuaid
uuid-in-package v-event vemmi ventrilo ves videotex view-source vnc vscode vscode-insiders vsls w3 wais wasm wasm-js
wcr web3 webcal wifi wpid ws wss wtai wyciwyg xcompute xcon xcon-userid xfire xftp xmlrpc.beep xmlrpc.beeps xmpp xrcp
xri ymsgr z39.50 z39.50r z39.50s ztdnaid
"""
REGISTERED = frozenset(_NAMES.split())
