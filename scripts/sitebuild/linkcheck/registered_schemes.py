"""
The URI schemes that IANA has registered: permanent, provisional and historical ones.

Generated on 2026-11-30 from two copies of https://www.iana.org/assignments/uri-schemes/uri-schemes-1.csv: that in the
npm package `schemes`, version 1.4.0 (MIT), and a later one without a date, which has registrations of 2023. Left out
are those that begin with ms-, which `hosts` knows as a family, and hxxp, which is written so that no link works. To
bring it up to date, take the first column of that file.
"""

_NAMES = """
aaa aaas about acap acct acd acr adiumxtra adt afp afs aim amss android appdata apt ar ark at attachment aw barion bb
beshare bitcoin bitcoincash blob bolo browserext cabal calculator callto cap cast casts chrome chrome-extension cid
coap coap+tcp coap+ws coaps coaps+tcp coaps+ws com-eventbrite-attendee content content-type crid cstr cvs dab dat data
dav dhttp diaspora dict did dis dlna-playcontainer dlna-playsingle dns dntp doi dpp drm drop dtmi dtn dvb dvx dweb ed2k
eid elsi embedded ens ethereum example facetime fax feed feedready fido file filesystem finger first-run-pen-experience
fish fm ftp fuchsia-pkg geo gg git gitoid gizmoproject go gopher graph grd gtalk h323 ham hcap hcp http https hydrazone
hyper iax icap icon im imap info iotdisco ipfs ipn ipns ipp ipps irc irc6 ircs iris iris.beep iris.lwz iris.xpc
iris.xpcs isostore itms jabber jar jms keyparc lastfm lbry ldap ldaps leaptofrogans lid lorawan lpa lvlt magnet
mailserver mailto maps market matrix message microsoft.windows.camera microsoft.windows.camera.multipicker
microsoft.windows.camera.picker mid mms modem mongodb moz msnim msrp msrps mss mt mtqp mumble mupdate mvn news nfs ni
nih nntp notes num ocf oid onenote onenote-cmd opaquelocktoken openid openpgp4fpr otpauth p1 pack palm paparazzi
payment payto pkcs11 platform pop pres prospero proxy psyc pttp pwid qb query quic-transport redis rediss reload res
resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife secret-token service session sftp sgn shc shttp sieve
simpleledger simplex sip sips skype smb smp sms smtp snews snmp soap.beep soap.beeps soldat spiffe spotify ssb ssh
starknet steam stun stuns submit svn swh swid swidpath tag taler teamspeak tel teliaeid telnet tftp things thismessage
tip tn3270 tool turn turns tv udp unreal upt urn ut2004 uuid-in-package v-event vemmi ventrilo ves videotex view-source
vnc vscode vscode-insiders vsls w3 wais wcr web+ap web3 webcal wifi wpid ws wss wtai wyciwyg xcon xcon-userid xfire
xmlrpc.beep xmlrpc.beeps xmpp xri ymsgr z39.50 z39.50r z39.50s
"""
REGISTERED = frozenset(_NAMES.split())
