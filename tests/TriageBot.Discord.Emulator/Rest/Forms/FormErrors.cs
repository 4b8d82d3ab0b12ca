using System.Text.Json.Nodes;

namespace TriageBot.Discord.Emulator.Rest.Forms;

/// <summary>What is wrong in a body, as the tree that the service answers: by field name and index, with <c>_errors</c> at the leaves.</summary>
internal sealed class FormErrors
{
    /// <summary>None as long as nothing is wrong.</summary>
    private JsonObject? tree;

    public bool IsEmpty => tree is null;

    /// <param name="path">Names and indices with dots between them; empty for the body itself.</param>
    public void Add(string path, string code, string message)
    {
        var node = tree ??= [];
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[part] is not JsonObject next) node[part] = next = [];
            node = next;
        }

        if (node["_errors"] is not JsonArray list) node["_errors"] = list = [];
        list.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    /// <exception cref="RestError">Something is wrong.</exception>
    public void Check()
    {
        if (!IsEmpty) throw new RestError(400, 50035, "Invalid Form Body", tree);
    }

    /// <summary>The error for one fault alone.</summary>
    public static RestError Of(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return new RestError(400, 50035, "Invalid Form Body", errors.tree);
    }
}
