// The keys of the machine and of headphones are for the player that plays.
export function takeKeys(player, skip) {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({ title: player.dataset.title, artist: document.title });
  const deeds = {
    play: () => player.play(),
    pause: () => player.sound.pause(),
    seekbackward: ({ seekOffset }) => player.skip(-(seekOffset || skip)),
    seekforward: ({ seekOffset }) => player.skip(seekOffset || skip),
    seekto: ({ seekTime }) => player.seek(seekTime * 1000),
  };
  for (const [name, deed] of Object.entries(deeds)) session.setActionHandler(name, deed);
}
