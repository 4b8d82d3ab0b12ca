"""A bot on discord.py that answers every kind of interaction. Arguments: address of REST with version, address of the gateway, token, intents."""
import io
import sys

import discord
import yarl
from discord import app_commands

api, gateway, token, bits = sys.argv[1:]
discord.http.Route.BASE = api
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


def say(line):
    print(line, flush=True)


class Choice(discord.ui.View):
    @discord.ui.button(label="Again", custom_id="again")
    async def again(self, interaction, button):
        await interaction.response.edit_message(content="Again", view=None)

    @discord.ui.select(custom_id="pick", options=[discord.SelectOption(label="One", value="1"), discord.SelectOption(label="Two", value="2")])
    async def pick(self, interaction, select):
        await interaction.response.defer()
        await interaction.edit_original_response(content=f"Picked {select.values[0]}", view=None)


class Ask(discord.ui.Modal, title="Ask"):
    why = discord.ui.TextInput(label="Why", custom_id="why")

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"Because {self.why.value}")


class Parrot(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents._from_value(int(bits)))
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self):
        await self.tree.sync()

    async def on_ready(self):
        say(f"ready {len(self.guilds)}")

    async def on_resumed(self):
        say("resumed")

    async def on_error(self, event, *args, **kwargs):
        say(f"failed {sys.exc_info()[1]}")


client = Parrot()


@client.tree.error
async def on_error(interaction, error):
    say(f"failed {error}")


@client.tree.command(description="Says it again")
async def echo(interaction, text: str):
    await interaction.response.send_message(text, allowed_mentions=discord.AllowedMentions.none())


@echo.autocomplete("text")
async def suggest(interaction, current: str):
    return [app_commands.Choice(name=f"{current}!", value="full")]


@client.tree.command(description="A private reply with a button and a menu")
async def controls(interaction):
    await interaction.response.send_message("Choose", view=Choice(), ephemeral=True)


@client.tree.command(description="Answers later, with a file")
async def later(interaction):
    await interaction.response.defer(ephemeral=True)
    file = discord.File(io.BytesIO(b"a,b\n1,2\n"), "list.csv", description="A list")
    await interaction.edit_original_response(content="Here", attachments=[file])
    await interaction.followup.send("And more", ephemeral=True)


@client.tree.command(description="Opens a form")
async def form(interaction):
    await interaction.response.send_modal(Ask())


@client.tree.command(description="Posts in the channel")
async def post(interaction, whom: discord.User = None):
    if whom is not None:
        await whom.send("Directly")
    else:
        card = discord.Embed(title="A card", description="With text", color=255)
        card.add_field(name="a", value="b")
        await interaction.channel.send("Posted", embed=card)
    await interaction.response.send_message("Done", ephemeral=True)


@client.tree.context_menu(name="Who")
async def who(interaction, user: discord.User):
    await interaction.response.send_message(f"It is {user.name}")


@client.tree.context_menu(name="Hold")
async def hold(interaction, message: discord.Message):
    await interaction.response.send_message(f"Held: {message.content}", ephemeral=True)


try:
    client.run(token, log_handler=None)
except (discord.PrivilegedIntentsRequired, discord.LoginFailure, discord.ConnectionClosed) as error:
    say(f"refused {type(error).__name__} {error}")
    sys.exit(3)
